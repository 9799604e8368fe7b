package io.kuramori.journal.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs a pass every 200 ms (`kuramori.journal.interval-ms`) as long as the application lives, and a last one when it
/// stops.
@Component
class SequencerLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SequencerLoop.class);

    private final Sequencer sequencer;
    private final long intervalMillis;
    private volatile boolean running;
    /// Owned by the thread that starts and stops the application.
    private ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    SequencerLoop(Sequencer sequencer, @Value("${kuramori.journal.interval-ms:200}") long intervalMillis) {
        this.sequencer = sequencer;
        this.intervalMillis = intervalMillis;
    }

    @Override
    public void start() {
        executor.shutdownNow();
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("journal-sequencer").daemon().factory());
        var _ = executor.scheduleWithFixedDelay(this::pass, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        pass();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// A failure (the database restarting, say) is logged; entries wait and the next pass takes them.
    private void pass() {
        try {
            sequencer.drain();
        } catch (RuntimeException e) {
            log.warn("journal pass failed; entries wait for the next one", e);
        }
    }
}
