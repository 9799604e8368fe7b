package io.kuramori.asset.releases;

import io.kuramori.identity.Caller;
import io.kuramori.work.JobHandler;
import io.kuramori.work.JobKind;
import io.kuramori.work.JobRefused;
import io.kuramori.work.JobResult;
import io.kuramori.work.Progress;
import io.kuramori.work.RetryPolicy;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes in what a program sent.
@Component
class SbomIntakeJob implements JobHandler<SbomIntakeJob.Params> {

    static final JobKind<Params> KIND =
            new JobKind<>("asset.job.sbom", Params.class, new RetryPolicy(8, Duration.ofSeconds(5)));

    private final Intake intake;

    SbomIntakeJob(Intake intake) {
        this.intake = intake;
    }

    record Params(UUID ticket) {}

    @Override
    public JobKind<Params> kind() {
        return KIND;
    }

    @Override
    public JobResult run(Caller caller, Params params, Progress progress) throws Exception {
        return switch (intake.takeIn(caller, params.ticket())) {
            case Intake.Outcome.Taken(var release, int components) ->
                JobResult.of("asset.job.sbom.done", release.title(), Integer.toString(components))
                        .linking(release.path());
            case Intake.Outcome.Overtaken(var release) ->
                JobResult.of("asset.job.sbom.overtaken", release.title()).linking(release.path());
            case Intake.Outcome.Before() -> JobResult.of("asset.job.sbom.before");
            case Intake.Outcome.Failed(var key) -> throw new JobRefused(key, java.util.List.of());
        };
    }
}
