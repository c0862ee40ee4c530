// SPDX-FileCopyrightText: 2026 The Bussola authors
// SPDX-License-Identifier: EUPL-1.2
// What stands in the peer's storage, as chats. A tap is kept there as if it were a message, under the number of the
// next message: it is taken out at once, or deleting that message would delete the tap instead.

export class Chats {
  constructor(server, token) {
    this.server = server;
    this.token = token;
  }

  all(chat) {
    const ours = this.server.storage.botMessages.filter((entry) => Number(entry.message.chat_id) === chat).map(ofOurs);
    const theirs = this.server.storage.userMessages.filter((entry) => entry.message?.chat.id === chat).map(ofTheirs);
    return [...ours, ...theirs].sort((one, other) => one.id - other.id);
  }

  find(chat, id) {
    return this.all(Number(chat)).find((message) => message.id === Number(id));
  }

  age(chat, id, seconds) {
    const { entry } = this.find(chat, id);
    entry.time -= seconds * 1000;
    if (entry.message.date !== undefined) entry.message.date -= seconds;
  }

  // A message that came through the webhook is not stored by the peer, but it stands in the chat.
  keep(update) {
    const { message_id: messageId, ...message } = update.message;
    const common = { time: message.date * 1000, botToken: this.token, updateId: update.update_id, isRead: true };
    this.server.storage.userMessages.push({ ...common, message, messageId });
  }

  dropTaps() {
    this.server.storage.userMessages = this.server.storage.userMessages.filter((entry) => !('callbackQuery' in entry));
  }
}

const ofOurs = (entry) => ({
  id: entry.messageId,
  date: Math.floor(entry.time / 1000),
  ours: true,
  text: entry.message.text,
  rows: entry.message.reply_markup?.inline_keyboard ?? [],
  entry,
});

const ofTheirs = (entry) => ({
  id: entry.messageId,
  date: entry.message.date,
  ours: false,
  text: entry.message.text ?? '',
  rows: [],
  entry,
});
