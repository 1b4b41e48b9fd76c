"""What several pages show or do: figures kept by version, source rows, loads, saving, messages."""
