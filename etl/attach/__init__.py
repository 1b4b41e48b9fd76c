"""What is attached to evidence: is it what its name says, and is it whole?"""
