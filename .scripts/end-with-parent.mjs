// Loaded first (--import) into each process that the scripts and the tests start: when its parent is gone, even by
// kill -9, it ends as if it had been asked to. Nothing is left running.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
