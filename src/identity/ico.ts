/** A PNG in the container that browsers ask for as `/favicon.ico`, whatever a page says. All of them read it. */
export function asIco(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22);
  // An icon, one picture.
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
