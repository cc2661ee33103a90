import { make } from './dom.js';

// A word's link opens the explanation below its paragraph, and a link leads back to the word.
export function terms() {
  const open = () => {
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const details = id && document.getElementById(id);
    if (!(details instanceof HTMLDetailsElement)) return;
    details.open = true;
    details.querySelector('summary').focus({ preventScroll: true });
    details.scrollIntoView({ block: 'center', behavior: 'auto' });
  };

  for (const link of document.querySelectorAll('.term > a[href^="#"]')) {
    const details = document.getElementById(link.hash.slice(1));
    if (!details) continue;
    link.parentElement.id ||= `use-${details.id}`;
    const back = make('a', { className: 'term-back', href: `#${link.parentElement.id}`, textContent: '読んでいたところに戻る' });
    back.addEventListener('click', (event) => {
      event.preventDefault();
      details.open = false;
      link.focus();
    });
    details.append(make('p', {}, back));
    link.addEventListener('click', () => {
      if (location.hash === link.hash) open();
    });
  }

  addEventListener('hashchange', open);
  open();
}
