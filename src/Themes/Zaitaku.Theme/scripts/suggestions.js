import { make } from './dom.js';

// Suggestions below a search box, as the combobox of the ARIA Authoring Practices: arrows choose, Enter searches, Escape closes. Without this the box is a plain form.
const PAUSE = 150;

// Letters that the input method has yet to turn into kana: 「みt」.
const UNFINISHED = /[a-zａ-ｚ]/i;

export function suggestions() {
  for (const input of document.querySelectorAll('input[data-suggest]')) attach(input);
}

function attach(input) {
  const list = make('ul', { id: `${input.id}-list`, className: 'suggestions', hidden: true });
  const status = make('p', { className: 'visually-hidden' });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '候補');
  status.setAttribute('role', 'status');
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.after(list, status);

  let timer;
  let asked = 0;
  let typed = input.value;

  const options = () => [...list.children];
  const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');

  function close() {
    asked++;
    clearTimeout(timer);
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(at) {
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    if (at < 0) {
      input.value = typed;
      input.removeAttribute('aria-activedescendant');
    } else {
      input.value = options()[at].textContent;
      input.setAttribute('aria-activedescendant', options()[at].id);
      options()[at].scrollIntoView({ block: 'nearest' });
    }
  }

  function show(words) {
    list.replaceChildren(
      ...words.map((word, i) => {
        const option = make('li', { id: `${list.id}-${i}`, textContent: word });
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        // Pressing would take the focus from the box before the click is known.
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => {
          input.value = word;
          close();
          input.form.requestSubmit();
        });
        return option;
      }),
    );
    list.hidden = words.length === 0;
    input.setAttribute('aria-expanded', String(words.length > 0));
    input.removeAttribute('aria-activedescendant');
    status.textContent = words.length > 0 ? `候補が${words.length}件あります。上下の矢印キーで選べます。` : '';
  }

  async function ask() {
    const mine = ++asked;
    if (typed.trim() === '') {
      close();
      return;
    }
    try {
      const response = await fetch(`/search/suggest?q=${encodeURIComponent(typed)}`, { credentials: 'same-origin' });
      const words = response.ok ? await response.json() : [];
      if (mine === asked && document.activeElement === input) show(words);
    } catch {
      // Without an answer there is still the form.
    }
  }

  function askSoon() {
    typed = input.value;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  // On a telephone kana stay in composition until the very end: they are asked for, a half-typed syllable is not.
  input.addEventListener('input', (event) => {
    if (event.isComposing && UNFINISHED.test(event.data ?? '')) clearTimeout(timer);
    else askSoon();
  });
  input.addEventListener('compositionend', askSoon);
  input.addEventListener('blur', close);
  input.form.addEventListener('submit', () => close());
  input.addEventListener('keydown', (event) => {
    // The input method takes the same keys to choose among its own candidates.
    if (event.isComposing || event.keyCode === 229 || list.hidden) return;
    const last = options().length - 1;
    if (event.key === 'ArrowDown') choose(chosen() === last ? -1 : chosen() + 1);
    else if (event.key === 'ArrowUp') choose(chosen() === -1 ? last : chosen() - 1);
    else if (event.key === 'Escape') {
      input.value = typed;
      close();
    } else return;
    event.preventDefault();
  });
}
