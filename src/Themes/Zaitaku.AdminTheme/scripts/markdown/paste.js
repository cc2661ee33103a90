// What comes from Word and other pages: only structure and words are kept. The schema drops classes and styles; here Word's own ways of writing
// lists and its comments are turned into plain HTML first.
const bullet = /^\s*(?:[·•●○■□◆◇※o§]|\d+[.)．）]|[（(]\d+[)）])\s*/;

export function cleaned(html) {
  const page = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ''), 'text/html');
  page.querySelectorAll('style, script, meta, link, title, xml, o\\:p, w\\:sdt').forEach((node) => node.replaceWith(...(node.localName.includes(':') ? node.childNodes : [])));
  let list = null;
  for (const line of page.querySelectorAll('p[class*="MsoListParagraph"], p[style*="mso-list"]')) {
    const text = line.textContent;
    const kind = /^\s*[（(]?\d/.test(text) ? 'ol' : 'ul';
    if (!list || list.localName !== kind || list.nextElementSibling !== line) {
      list = page.createElement(kind);
      line.before(list);
    }

    const item = page.createElement('li');
    item.append(...line.childNodes);
    stripMark(item);
    list.append(item);
    line.remove();
  }

  return page.body.innerHTML;
}

function stripMark(item) {
  const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim()) continue;
    node.data = node.data.replace(bullet, '');
    return;
  }
}
