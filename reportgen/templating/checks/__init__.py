"""What is wrong with a template, before there is data and while it is filled, in own words."""
