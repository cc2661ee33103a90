// The workplace works without script; this makes it quicker.
