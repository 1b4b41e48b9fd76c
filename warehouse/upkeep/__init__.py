"""Backup, restore, upgrade, verification, and the files beside the store."""
