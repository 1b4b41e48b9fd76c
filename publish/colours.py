"""Colours of words in files: 7:1 on white."""

INK, SOFT, LINE, WASH, HEADER_FILL = "#1b2430", "#4b5764", "#dfe3e8", "#f6f7f9", "#174a84"

TONES = {
    "met": "#0e5f4f",
    "at_risk": "#874600",
    "not_met": "#981b14",
    "evidence_missing": "#981b14",
    "tracked": "#174a84",
    "no_cases": "#4b5764",
    "no_data": "#4b5764",
    "not_applicable": "#4b5764",
}
"""Colour of each status."""
