"""What an indicator is: catalogue, periods, standards, evaluation. Pure: no file, no database, no clock."""
