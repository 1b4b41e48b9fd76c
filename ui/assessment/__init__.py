"""The yearly self-assessment (自行評核)."""
