"""Draws the first version of the report templates.

What stands in ``templates/`` counts from then on: officers change the files there in Word and
Hancom Office, and running this again would undo what they did.
"""
