// The only place where anything a reader wrote is kept: localStorage, and only after the reader asked for it.
export function store(name) {
  const key = `worksheet:${name}`;
  return {
    read() {
      try {
        const data = JSON.parse(localStorage.getItem(key));
        return data?.version === 1 && typeof data.answers === 'object' && Array.isArray(data.records) ? data : null;
      } catch {
        return null;
      }
    },
    write(answers, records) {
      try {
        localStorage.setItem(key, JSON.stringify({ version: 1, answers, records }));
        return true;
      } catch {
        return false;
      }
    },
    erase() {
      try {
        localStorage.removeItem(key);
      } catch {
        // Storage is switched off: then nothing was kept either.
      }
    },
  };
}

// What is compared with today: the newest record of an earlier day, or else the record of today.
export function previousRecord(records, today) {
  return records.findLast?.(({ day }) => day < today)
    ?? [...records].reverse().find(({ day }) => day < today)
    ?? records[records.length - 1]
    ?? null;
}

export function withRecord(records, day, answers) {
  return [...records.filter((record) => record.day !== day), { day, answers }].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-12);
}

// The questions with at least one field whose answer is another than before. A field is named question.part.
export function changedQuestions(before, now) {
  const changed = new Set();
  for (const field of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if ((before[field] ?? '').trim() !== (now[field] ?? '').trim()) changed.add(field.split('.')[0]);
  }
  return changed;
}
