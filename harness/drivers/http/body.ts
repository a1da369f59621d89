/** Reads an answer as text, up to so many bytes; the rest is not waited for. */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const declared = Number(response.headers.get('content-length') ?? Number.NaN);
  if (declared <= maxBytes) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body) {
    const kept = chunk.subarray(0, maxBytes - size);
    size += kept.byteLength;
    text += decoder.decode(kept, { stream: true });
    // Leaving the loop cancels the stream.
    if (size >= maxBytes) break;
  }
  return text + decoder.decode();
}
