/** A file of a form: its bytes stand in memory once, as they came in. */
export class FormFile {
  readonly name: string;
  /** What the sender says it is; not believed. */
  readonly type: string;
  readonly bytes: Uint8Array;

  constructor({ name, type, bytes }: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }) {
    this.name = name;
    this.type = type;
    this.bytes = bytes;
  }

  get size(): number {
    return this.bytes.byteLength;
  }

  text(): string {
    return new TextDecoder().decode(this.bytes);
  }
}

/** From here on, room is made for all that may still come: growing step by step would leave the earlier rooms behind. */
const LARGE = 1024 * 1024;

/** Bytes that come in parts. Room that is reserved takes no memory before it is written. */
export class GrowingBytes {
  readonly #most: number;
  #room = new Uint8Array(0);
  #size = 0;

  /** @param most how many bytes are expected at most */
  constructor(most: number) {
    this.#most = most;
  }

  add(part: Uint8Array): void {
    const size = this.#size + part.byteLength;
    if (size > this.#room.byteLength) this.#grow(size);
    this.#room.set(part, this.#size);
    this.#size = size;
  }

  bytes(): Uint8Array {
    return this.#room.subarray(0, this.#size);
  }

  #grow(size: number): void {
    const room = new Uint8Array(Math.max(size, size > LARGE ? this.#most : 2 * this.#room.byteLength));
    room.set(this.#room.subarray(0, this.#size));
    this.#room = room;
  }
}
