import { changesText, show } from './highlight.js';
import { sentences } from './sentences.js';

// Reads the text aloud with a Japanese voice of the reader's own device. No such voice, no button.
export function readAloud() {
  const speech = window.speechSynthesis;
  const root = document.querySelector('[data-read-text]');
  const entry = document.querySelector('[data-read-aloud]');
  const bar = document.querySelector('[data-reader]');
  if (!speech || !root || !entry || !bar) return;

  const control = (name) => document.querySelector(`[data-read="${name}"]`);
  const start = control('start');
  const pause = control('pause');
  const rate = control('rate');
  let voice = null;
  let list = [];
  let at = 0;
  let turn = 0;
  let paused = false;
  let current = null; // kept, because some browsers forget an utterance that nobody holds

  const findVoice = () => {
    const japanese = speech.getVoices().filter(({ lang }) => /^ja\b/i.test(lang.replace('_', '-')));
    // A voice on the device first: the text then goes nowhere else.
    voice = japanese.find((v) => v.localService && v.default) ?? japanese.find((v) => v.localService) ?? japanese[0] ?? null;
    entry.hidden = !voice;
  };

  const setPaused = (value) => {
    paused = value;
    pause.textContent = paused ? pause.dataset.resume : pause.dataset.pause;
  };

  const silence = () => {
    turn++;
    current = null;
    speech.cancel();
  };

  const speak = () => {
    silence();
    if (changesText) {
      show(null);
      list = sentences(root);
    }
    const sentence = list[at];
    if (!sentence) {
      stop();
      return;
    }
    setPaused(false);
    show(sentence);
    const mine = turn;
    current = new SpeechSynthesisUtterance(sentence.text);
    current.lang = 'ja-JP';
    current.voice = voice;
    current.rate = Number(rate.value);
    current.onend = () => {
      if (mine !== turn || paused) return;
      at++;
      speak();
    };
    current.onerror = ({ error }) => {
      if (mine === turn && error !== 'canceled' && error !== 'interrupted') stop();
    };
    // Safari and Chrome lose a sentence that is spoken in the same moment as cancel().
    setTimeout(() => {
      if (mine === turn) speech.speak(current);
    }, 60);
  };

  function stop() {
    silence();
    show(null);
    setPaused(false);
    const inside = bar.contains(document.activeElement);
    bar.hidden = true;
    if (inside) start.focus();
  }

  const move = (step) => {
    at = Math.min(Math.max(at + step, 0), list.length - 1);
    speak();
  };

  start.addEventListener('click', () => {
    list = sentences(root);
    at = 0;
    bar.hidden = false;
    pause.focus({ preventScroll: true });
    speak();
  });
  pause.addEventListener('click', () => {
    // pause() does nothing on Android: the sentence is broken off and read again from its start.
    if (paused) {
      speak();
    } else {
      silence();
      setPaused(true);
    }
  });
  control('back').addEventListener('click', () => move(-1));
  control('forward').addEventListener('click', () => move(1));
  control('stop').addEventListener('click', stop);
  rate.addEventListener('change', () => {
    if (!paused) speak();
  });
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') stop();
  });

  addEventListener('pagehide', () => {
    silence();
    bar.hidden = true;
    show(null);
  });
  // Voices load late in Chrome and on Android, and some browsers tell nobody.
  speech.addEventListener?.('voiceschanged', findVoice);
  for (const wait of [0, 250, 1000, 3000]) setTimeout(findVoice, wait);
}
