// Every behaviour stands alone: without script the page still says and does everything that matters.
import { checklists } from './checklist.js';
import { feedback } from './feedback.js';
import { passkeys } from './passkey.js';
import { openForPrint, printButtons } from './print.js';
import { readAloud } from './read-aloud.js';
import { suggestions } from './suggestions.js';
import { tables } from './tables.js';
import { terms } from './terms.js';
import { worksheet } from './worksheet.js';

for (const start of [terms, tables, checklists, printButtons, openForPrint, feedback, worksheet, readAloud, passkeys, suggestions]) {
  try {
    start();
  } catch (error) {
    // One broken behaviour must not take the others with it.
    console.error(error);
  }
}
