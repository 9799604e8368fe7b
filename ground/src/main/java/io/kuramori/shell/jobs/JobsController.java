package io.kuramori.shell.jobs;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.shell.NavEntry;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import io.kuramori.work.Job;
import io.kuramori.work.JobId;
import io.kuramori.work.Work;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Long work may be left: it goes on, and its result waits here.
@Controller
@Allows(Right.STEER_WORK)
@RequestMapping("/work")
class JobsController {

    private static final int SHOWN = 50;

    private final Work work;
    private final Clock clock;

    JobsController(Work work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @GetMapping
    String list(Caller caller, Model model) {
        model.addAttribute("jobs", work.list(caller, null, SHOWN));
        return "shell/jobs";
    }

    @GetMapping("/{id}")
    String one(Caller caller, @PathVariable UUID id, Model model) {
        Job job = work.find(caller, new JobId(id))
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, ProblemType.NOT_FOUND.adviceKey()));
        model.addAttribute("job", job);
        model.addAttribute("now", clock.instant());
        return "shell/job";
    }

    @PostMapping("/{id}/cancel")
    String cancel(Caller caller, @PathVariable UUID id) {
        work.cancel(caller, new JobId(id));
        return "redirect:/work/" + id;
    }

    @PostMapping("/{id}/retry")
    String retry(Caller caller, @PathVariable UUID id) {
        work.retry(caller, new JobId(id));
        return "redirect:/work/" + id;
    }

    @Configuration
    static class InShell {

        @Bean
        NavEntry jobsEntry() {
            return new NavEntry("shell.jobs.nav", "/work", 910);
        }
    }
}
