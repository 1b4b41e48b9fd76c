"""The yearly self-assessment (自行評核表): its texts with placeholders, and what each placeholder stands for. Pure."""
