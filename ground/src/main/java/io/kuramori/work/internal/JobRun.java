package io.kuramori.work.internal;

import io.kuramori.identity.Caller;
import io.kuramori.work.JobId;

/// One attempt at a job. Its numbers fence it off: once another process has begun the next attempt, this one can no
/// longer write.
record JobRun(JobId job, int run, int attempt, String kind, String params, Caller caller) {}
