const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' });

// A day is kept as 2026-11-01, in the reader's own time zone.
export function isoDay(date = new Date()) {
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

// 2026年（令和8年）11月1日
export function japaneseDate(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  const wareki = era.format(new Date(year, month - 1, day)).replace(/年$/, '').replace(/\s/g, '');
  return `${year}年（${wareki}年）${month}月${day}日`;
}
