"""The screens. Qt reads some settings when it is loaded, so they are made before anything here imports it."""

from ui.environment import prepare_environment

prepare_environment()
