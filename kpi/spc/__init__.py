"""Statistical process control: control charts (XmR, p′, u′), funnel plots, and what stands out by more than chance."""
