/** Builds the server and the command line into one file; the packages it needs stay packages. */
import { join } from "node:path";
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    ssr: true,
    outDir: join(import.meta.dirname, "dist/server"),
    emptyOutDir: true,
    target: "node20",
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: {
        soundings: join(import.meta.dirname, "api/cli/soundings.ts"),
        "reading-thread": join(import.meta.dirname, "api/reading/reading-thread.ts"),
        "vacuum-thread": join(import.meta.dirname, "api/storage/vacuum-thread.ts"),
        "audit-thread": join(import.meta.dirname, "api/audit-worker/audit-thread.ts"),
      },
      // Threads are found beside what starts them.
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
