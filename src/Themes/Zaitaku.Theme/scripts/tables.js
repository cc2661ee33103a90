// A table that is wider than its box can be reached and scrolled by keyboard; one that fits is no tab stop.
export function tables() {
  const boxes = document.querySelectorAll('.table-scroll');
  if (boxes.length === 0 || !('ResizeObserver' in window)) return;
  const check = (box) => {
    if (box.scrollWidth > box.clientWidth + 1) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      const caption = box.querySelector('caption')?.textContent.trim();
      box.setAttribute('aria-label', caption ? `${caption}（横に動かせます）` : '表（横に動かせます）');
    } else {
      for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
    }
  };
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => check(target)));
  boxes.forEach((box) => observer.observe(box));
}
