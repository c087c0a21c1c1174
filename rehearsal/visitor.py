"""One visit at one kiosk, done with the kiosk's real services, and written into the diary as a person would see it.

A visit that was cut short by a power cut is done again: signing in, then only what is not recorded yet.
"""

from __future__ import annotations

from kiosk.domain.credential import Credential, CredentialRefused
from kiosk.domain.form_words import as_words
from kiosk.domain.forms import Form
from kiosk.services.kiosk import Kiosk
from kiosk.services.questionnaires import AlreadyHandedIn, Contact
from kiosk.services.sign_in import attendance_slot
from kiosk.services.suggesting import Draft
from kiosk.services.voting import AlreadyCast
from rehearsal.diary import Diary, Line, Saw
from rehearsal.visits import Visit

BALLOT = "ballot"


class Visitor:
    """Plays a visit. `before` are the diary's lines about the same visit from before a power cut."""

    def __init__(self, kiosk: Kiosk, diary: Diary, visit: Visit, before: list[Line]) -> None:
        self._kiosk = kiosk
        self._diary = diary
        self._visit = visit
        self._before = before

    def play(self) -> None:
        """From the first touch to the reset."""
        self._write(Saw.BEGUN)
        if self._visit.card:
            self._as_representative()
        else:
            self._as_resident()
        self._write(Saw.DONE)

    def _as_representative(self) -> None:
        version = self._kiosk.library.published.manifest.version
        must_refuse = bool(self._visit.refusal) and version >= self._visit.since_pack
        try:
            presented = self._kiosk.sign_in.present(self._visit.card)
        except CredentialRefused as refused:
            expected = must_refuse and refused.reason.value == self._visit.refusal
            self._write(Saw.REFUSED if expected else Saw.MISJUDGED, words=refused.reason.value)
            return
        if must_refuse:
            self._write(Saw.MISJUDGED, words="signed in")
        signed = self._kiosk.sign_in.enter(presented)
        slot = attendance_slot(signed.session, signed.at)
        self._write(Saw.SIGNED_IN, credential=signed.credential.id.hex(), slot=slot)
        self._vote(signed.credential)
        for id in self._visit.forms:
            self._fill(signed.credential, self._kiosk.library.campaign.form(id))

    def _vote(self, credential: Credential) -> None:
        if not self._visit.marks or self._was(Saw.RECORDED, BALLOT):
            return
        spent = self._kiosk.voting.spent(credential)
        tried = self._tried(BALLOT)
        if tried and set(tried.units) <= spent:  # one transaction: all of it was recorded, or nothing
            self._write(Saw.RECORDED, BALLOT, tried.units)
            return
        marks = dict(self._visit.marks)
        try:
            self._cast(credential, marks)
        except AlreadyCast as error:
            self._write(Saw.KNOWN, BALLOT, tuple(sorted(error.departments)))
            left = {unit: code for unit, code in marks.items() if unit not in error.departments}
            if left:
                self._cast(credential, left)

    def _cast(self, credential: Credential, marks: dict[str, int]) -> None:
        self._write(Saw.TRYING, BALLOT, tuple(marks))
        recorded = self._kiosk.voting.cast(credential, marks)
        self._write(Saw.RECORDED, BALLOT, tuple(marks), recorded.receipt)

    def _fill(self, credential: Credential, form: Form) -> None:
        if self._was(Saw.RECORDED, form.id) or self._was(Saw.SUGGESTED, form.id):
            return
        if not form.once:
            self._suggest_by(form)
            return
        if self._tried(form.id) and form.id in self._kiosk.questionnaires.handed_in(credential):
            self._write(Saw.RECORDED, form.id)
            return
        self._write(Saw.TRYING, form.id)
        try:
            recorded = self._kiosk.questionnaires.cast(credential, form, self._visit.forms[form.id])
        except AlreadyHandedIn:
            self._write(Saw.KNOWN, form.id)
        else:
            self._write(Saw.RECORDED, form.id, receipt=recorded.receipt)

    def _suggest_by(self, form: Form) -> None:
        given = self._visit.forms[form.id]
        words = as_words(form, given)
        self._write(Saw.TRYING, form.id, words=words)
        recorded = self._kiosk.questionnaires.suggest(form, given, Contact(), "zh")
        self._write(Saw.SUGGESTED, form.id, receipt=recorded.receipt, words=words)

    def _as_resident(self) -> None:
        visit = self._visit
        if not self._was(Saw.SUGGESTED):
            draft = Draft(visit.words, visit.department, None, visit.name, visit.phone)
            self._write(Saw.TRYING, words=visit.words)
            recorded = self._kiosk.suggesting.submit(draft, "zh")
            self._write(Saw.SUGGESTED, receipt=recorded.receipt, words=visit.words)
        if visit.opinion and not self._was(Saw.TAPPED):
            problem, verdict = visit.opinion
            self._kiosk.opinions.record(problem, verdict)  # type: ignore[arg-type]  # the plan draws from the three
            self._write(Saw.TAPPED)

    def _was(self, saw: Saw, form: str = "") -> bool:
        return any(line.saw is saw and line.form == form for line in self._before)

    def _tried(self, form: str) -> Line | None:
        """What was being pressed when the power went, if anything was."""
        tries = [line for line in self._before if line.saw is Saw.TRYING and line.form == form]
        return tries[-1] if tries else None

    def _write(
        self,
        saw: Saw,
        form: str = "",
        units: tuple[str, ...] = (),
        receipt: str = "",
        *,
        credential: str = "",
        slot: int = 0,
        words: str = "",
    ) -> None:
        self._diary.write(Line(self._visit.number, saw, form, units, receipt, credential, slot, words))
