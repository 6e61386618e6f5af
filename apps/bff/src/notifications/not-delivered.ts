/** A message did not arrive, in words for whoever set it up. */
export class NotDelivered extends Error {
  override readonly name = 'MessageNotDelivered'
}
