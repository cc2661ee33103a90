import './proof.js';
// The workplace works without script; this makes it quicker.
