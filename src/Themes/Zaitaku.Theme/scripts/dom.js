// Small helpers shared by the behaviours.
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function button(text, onClick) {
  const element = make('button', { type: 'button', className: 'button button-quiet', textContent: text });
  element.addEventListener('click', onClick);
  return element;
}
