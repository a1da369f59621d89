/**
 * An answer whose connection ends before its body: the one way in which a request handler can drop it. A client gets a
 * status, then an error. Chunked, since a server that counts the bytes first would answer 500 instead; and by this
 * code it does not take the end for a defect.
 */
export function cutAnswer(): Response {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) =>
      controller.error(
        Object.assign(new Error('The connection is cut.'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }),
      ),
  });
  return new Response(body, {
    headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
  });
}
