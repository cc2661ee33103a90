// node read-qr.mjs JSQR PICTURE.ppm: what the QR code in the picture says. The picture is a binary PPM (P6), as pdftoppm writes it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [reader, file] = process.argv.slice(2);
const jsQR = createRequire(import.meta.url)(reader);
const bytes = readFileSync(file);
const header = /^P6\s(\d+) (\d+)\s255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
const [width, height] = [Number(header[1]), Number(header[2])];
const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
for (let at = 0; at < width * height; at++) pixels.set(bytes.subarray(header[0].length + at * 3, header[0].length + at * 3 + 3), at * 4);
console.log((jsQR.default ?? jsQR)(pixels, width, height)?.data ?? 'no code');
