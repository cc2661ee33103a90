// Shows which sentence is being read: the CSS Custom Highlight API, or <span>s where a browser lacks it.
const native = typeof Highlight === 'function' && 'highlights' in CSS;
let spans = [];

function clear() {
  if (native) {
    CSS.highlights.delete('reading');
    return;
  }
  for (const span of spans) {
    const parent = span.parentNode;
    span.replaceWith(...span.childNodes);
    parent?.normalize();
  }
  spans = [];
}

export function show(sentence) {
  clear();
  if (!sentence) return;
  const ranges = sentence.pieces.map(({ node, from, to }) => {
    const range = new Range();
    range.setStart(node, Math.min(from, node.length));
    range.setEnd(node, Math.min(to, node.length));
    return range;
  });
  if (native) {
    CSS.highlights.set('reading', new Highlight(...ranges));
  } else {
    spans = ranges.map((range) => {
      const span = document.createElement('span');
      span.className = 'reading';
      range.surroundContents(span);
      return span;
    });
  }
  const box = (spans[0] ?? ranges[0]).getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight - 120) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: box.top - innerHeight / 3, behavior: still ? 'auto' : 'smooth' });
  }
}

// The <span>s change the text nodes, so sentences have to be found anew after each.
export const changesText = !native;
