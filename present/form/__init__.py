"""The yearly self-assessment (自行評核表) with its figures filled in: computed once, then printed by screen and files."""
