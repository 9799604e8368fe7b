package io.kuramori.work.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The keys `kuramori.work.*`.
///
/// @param threads jobs this replica runs at once
/// @param poll how often it looks for jobs that another replica, or the database, scheduled
/// @param heartbeat how often a running job says that it lives; after four missed ones another replica takes it over
/// @param stopWithin how long running jobs may go on when the process is to end
@ConfigurationProperties("kuramori.work")
record WorkProperties(
        @DefaultValue("4") int threads,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("10s") Duration stopWithin) {}
