package io.kuramori.evidence.items;

import io.kuramori.evidence.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// The program that `IntakeTest` runs in a process of its own: takes one file in and says the item's id; or stops after
/// the file is written and before its row is, says `written`, and waits to be killed.
final class TakingIn {

    private TakingIn() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        boolean stop = args[0].equals("stop");
        var pool = EvidenceHouse.pool(args[1], args[2]);
        try (var house = new EvidenceHouse(
                pool, Path.of(args[3]), Clock.systemUTC(), blobs -> stop ? new Stopping(blobs) : blobs)) {
            var received = house.bean(Intake.class)
                    .receive(house.caller(), EvidenceHouse.draft("子の過程"), Path.of(args[4]), args[5], null);
            System.out.println(received);
        }
    }

    private record Stopping(Blobs blobs) implements Blobs {

        @Override
        public BlobRef put(InputStream bytes, long limit) throws IOException {
            var ref = blobs.put(bytes, limit);
            System.out.println("written " + ref.sha256());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ref;
        }

        @Override
        public Optional<InputStream> open(String sha256) throws IOException {
            return blobs.open(sha256);
        }

        @Override
        public Optional<InputStream> openRange(String sha256, long offset, long length) throws IOException {
            return blobs.openRange(sha256, offset, length);
        }

        @Override
        public Stream<BlobRef> list() throws IOException {
            return blobs.list();
        }

        @Override
        public boolean delete(String sha256, String reason) throws IOException {
            return blobs.delete(sha256, reason);
        }
    }
}
