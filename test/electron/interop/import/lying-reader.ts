/** A reader that a hostile file got hold of: it says what it should not. */
process.on('message', (message: { type: string }) => {
  if (message.type === 'open') process.send?.({ type: 'opened', workbook: { format: 'exe' } });
});
process.send?.({ type: 'ready' });
