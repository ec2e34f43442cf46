/** A disk that fills while people answer: refused in words, nothing acknowledged lost, and it goes on with room. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLoadedFolder, serveLoaded, startLoad } from "./answer-load.ts";
import { pause, type SoakResult } from "./soak-result.ts";

const MOUNT = "/usr/bin/mount";
const UNMOUNT = "/usr/bin/umount";
const NAME = "a disk that is full";
const INVITED = 2_000;
const DISK_MEGABYTES = 96;

/** Takes all room that is left on the disk. */
function fillDisk(disk: string): string {
  const file = join(disk, "filler");
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(file, Buffer.alloc(bavail * bsize));
  } catch {
    // Full is what it was to be.
  }
  return file;
}

export async function soakFullDisk(minutes: number): Promise<SoakResult> {
  const disk = mkdtempSync(join(tmpdir(), "soundings-disk-"));
  const mount = ["-t", "tmpfs", "-o", `size=${DISK_MEGABYTES}m`, "tmpfs", disk];
  if (process.getuid?.() !== 0 || spawnSync(MOUNT, mount).status !== 0) {
    rmSync(disk, { recursive: true });
    return { name: NAME, fine: false, figures: { "not run": "it needs root, to mount a small disk" } };
  }
  try {
    return await fillAndGoOn(disk, minutes);
  } finally {
    spawnSync(UNMOUNT, ["-l", disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function fillAndGoOn(disk: string, minutes: number): Promise<SoakResult> {
  const folder = await openLoadedFolder(disk, INVITED);
  const server = await serveLoaded(folder);
  const load = startLoad(folder, 4, INVITED);
  load.url = server.url;
  const end = performance.now() + minutes * 60_000;
  const health: number[] = [];
  let times = 0;
  try {
    do {
      await pause(1_000);
      const filler = fillDisk(disk);
      await pause(6_000);
      health.push((await fetch(`${server.url}/health`)).status);
      rmSync(filler, { force: true });
      await pause(3_000);
      times += 1;
    } while (performance.now() < end);
    await pause(6_000);
    await load.stop();
    server.child.kill("SIGTERM");
    const { code, error } = await server.ended;
    const { rows, invalidBoxes } = await folder.storedAnswers();
    const faults = [...load.statuses].filter(([status]) => status >= 500 && status !== 503);
    const unacknowledged = rows + invalidBoxes - load.acknowledged.length;
    return {
      name: NAME,
      fine:
        code === 0 &&
        faults.length === 0 &&
        unacknowledged >= 0 &&
        unacknowledged <= 4 &&
        health.every((status) => status === 503) &&
        !/\n\s+at /.test(error),
      figures: {
        "times full": times,
        acknowledged: load.acknowledged.length,
        lost: Math.max(0, -unacknowledged),
        "refused with 503": load.statuses.get(503) ?? 0,
        "other 5xx": faults.length,
        "health while full": [...new Set(health)].join(", "),
      },
    };
  } finally {
    await load.stop();
    server.child.kill("SIGKILL");
  }
}
