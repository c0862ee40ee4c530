// SPDX-FileCopyrightText: 2026 The Bussola authors
// SPDX-License-Identifier: EUPL-1.2
// What Telegram refuses, in its own words, and the peer would let through. README.md lists each rule.

export const TWO_DAYS = 48 * 3600;

export class Refusal extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

const bad = (words) => new Refusal(400, `Bad Request: ${words}`);

export function text(call) {
  const said = call.text ?? '';
  if (said.trim() === '') throw bad('message text is empty');
  // A string of JavaScript is counted in UTF-16 units, as Telegram counts.
  if (said.length > 4096) throw bad('message is too long');
}

export function keyboard(call) {
  if (call.reply_markup === undefined) return;
  const rows = call.reply_markup.inline_keyboard;
  if (!Array.isArray(rows)) throw bad('only inline keyboards are expected here');
  const buttons = rows.flat();
  if (buttons.length > 100) throw bad('reply markup is too long');
  if (rows.some((row) => row.length > 8)) throw bad('too many buttons in a row');
  buttons.forEach(button);
}

function button(one) {
  if (!one.text) throw bad('text buttons are unallowed in the inline keyboard');
  const { text: _, ...actions } = one;
  if (Object.keys(actions).length !== 1) throw bad('inline keyboard button must do exactly one thing');
  const data = one.callback_data;
  if (data !== undefined && !between(Buffer.byteLength(data), 1, 64)) throw bad('BUTTON_DATA_INVALID');
  if (one.copy_text !== undefined && !between(one.copy_text.text?.length ?? 0, 1, 256)) {
    throw bad('BUTTON_COPY_TEXT_INVALID');
  }
}

const between = (value, least, most) => value >= least && value <= most;

export function exists(found, doing) {
  if (!found) throw bad(`message to ${doing} not found`);
  return found;
}

export function deletable(found, now) {
  if (now - found.date >= TWO_DAYS) throw bad("message can't be deleted for everyone");
}

export function editable(found, call) {
  if (!found.ours) throw bad("message can't be edited");
  const rows = call.reply_markup?.inline_keyboard ?? [];
  if (found.text === call.text && JSON.stringify(found.rows) === JSON.stringify(rows)) {
    throw bad('message is not modified: specified new message content and reply markup are exactly the same');
  }
}

export function batch(ids) {
  if (!Array.isArray(ids) || !between(ids.length, 1, 100)) throw bad('message identifiers are not specified or too many');
}

export function tap(known, call) {
  if (!known) throw bad('query is too old and response timeout expired or query ID is invalid');
  if ((call.text ?? '').length > 200) throw bad('MESSAGE_TOO_LONG');
}

export function webhook(call) {
  if (!/^https?:\/\//.test(call.url ?? '')) throw bad('bad webhook: invalid url');
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(call.secret_token ?? '')) throw bad('secret token contains unallowed characters');
}

export function token(given, known) {
  if (!/^[0-9]+:[A-Za-z0-9_-]+$/.test(given)) throw new Refusal(404, 'Not Found');
  if (given !== known) throw new Refusal(401, 'Unauthorized');
}
