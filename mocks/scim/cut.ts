/**
 * An answer whose connection ends before its body does: the one way in which a request handler can drop it. The client
 * is promised more than it gets, and told that nothing else comes on this connection; so it sees an error, and never
 * learns what was answered.
 */
export function cutAnswer(): Response {
  return new Response('{', {
    headers: { 'content-type': 'application/json', 'content-length': '4096', connection: 'close' },
  });
}
