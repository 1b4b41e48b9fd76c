"""What slides share, whichever file form they are written in: looks, heights, and what goes onto which slide. Pure."""
