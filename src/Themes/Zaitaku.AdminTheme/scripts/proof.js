// Remarks of the checks lead to the very place in the text: the words are selected where they stand.
const lead = (event) => {
  const link = event.target.closest('[data-goto]');
  if (!link) return;
  const field = document.getElementsByName(link.dataset.goto)[0];
  if (!field) return;
  event.preventDefault();
  // An editor that hides the text shows it when it hears this.
  field.dispatchEvent(new CustomEvent('show-text', { bubbles: true }));
  field.focus();
  if (!field.setSelectionRange) return;
  const start = Number(link.dataset.start);
  // Line ends are one character here and in the stored text.
  field.setSelectionRange(start, start + Number(link.dataset.length));
  const line = Number.parseFloat(getComputedStyle(field).lineHeight) || 24;
  field.scrollTop = Math.max(0, (field.value.slice(0, start).split('\n').length - 3) * line);
};

export const leadToPlaces = () => document.addEventListener('click', lead);
