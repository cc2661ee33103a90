// Each behaviour stands alone: one that breaks takes no other with it.
import { keep } from './keeping.js';
import { leadToPlaces } from './proof.js';

const start = (what) => Promise.resolve().then(what).catch((mishap) => console.error(mishap));

start(() => document.getElementById('errors')?.focus());
start(keep);
start(leadToPlaces);
start(async () => {
  const areas = [...document.querySelectorAll('textarea[data-markdown]')];
  if (areas.length === 0) return;
  const { mount } = await import('./markdown/editor.js');
  for (const area of areas) start(() => mount(area));
});
start(() => document.querySelectorAll('[data-select]').forEach((input) => input.addEventListener('focus', () => input.select())));
