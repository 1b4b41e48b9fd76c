"""What screen, file, form and programs share: charts before they are drawn, sentences, the yearly form filled in. Pure."""
