/** A dataset as stored: encrypted under the wave's key, with a content hash that cannot be guessed at. */
import { createHash, randomBytes } from "node:crypto";
import type { Dataset } from "../../analysis/dataset.ts";
import { decodeDataset, encodeDataset } from "../../analysis/dataset-bytes.ts";
import { keyRingOf } from "../keys/key-ring.ts";
import { keyPurpose } from "../keys/sealed-waves.ts";
import type { StoredDataset } from "./store.ts";

/** Hashed with the dataset, so that nobody who knows most answers can try out the rest against a report's hash. */
const SALT_BYTES = 32;

function hashOf(salted: Uint8Array): string {
  return createHash("sha256").update(salted).digest("base64url");
}

/** Encrypts a dataset under its wave's dataset key. */
export function sealDataset(dataset: Dataset, wave: string, datasetKey: Uint8Array): StoredDataset {
  const salted = new Uint8Array(Buffer.concat([randomBytes(SALT_BYTES), encodeDataset(dataset)]));
  return {
    wave,
    contentHash: hashOf(salted),
    sealed: keyRingOf(datasetKey).wrap(salted, keyPurpose.dataset(wave)),
  };
}

/** @throws KeyError if the key is not the dataset's; RangeError if hash or bytes are not what was stored */
export function openDataset(stored: StoredDataset, datasetKey: Uint8Array): Dataset {
  const salted = keyRingOf(datasetKey).unwrap(stored.sealed, keyPurpose.dataset(stored.wave));
  if (hashOf(salted) !== stored.contentHash) throw new RangeError("a dataset requires its own content hash");
  return decodeDataset(salted.subarray(SALT_BYTES));
}
