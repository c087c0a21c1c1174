"""What happens when a card that could sign in may not cast any more: it ran out or was revoked in between."""

from __future__ import annotations

from kiosk.domain.credential import CredentialRefused
from ui.viewmodels.context import Context


def turn_away(context: Context, refused: CredentialRefused) -> None:
    """Forget who was here and what was chosen, and let the sign-in screen say why and what to do; nothing was spent.

    Whoever helps stays known: the next person's choices are behind the curtain too.
    """
    helper = context.visit.helper
    context.visit.forget()
    context.visit.helper = helper
    context.go_home()
    context.open_screen("sign-in", {"refused": refused})
