package io.kuramori.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.Holder;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.web.InstitutionEditor;
import io.kuramori.organization.web.Overview;
import io.kuramori.organization.web.Workbench;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScreensTest {

    private Group group;
    private MockMvc screens;

    @BeforeAll
    void open() {
        group = new Group(KuramoriDatabase.appDataSource());
        screens = MockMvcBuilders.standaloneSetup(group.context
                        .getBeansWithAnnotation(Controller.class)
                        .values()
                        .toArray())
                .setCustomArgumentResolvers(new SignedIn(group.caller))
                .build();
    }

    @AfterAll
    void close() {
        group.close();
    }

    @Test
    void theOverviewShowsHoldersVacanciesAndPlansOfTheDay() throws Exception {
        var held = group.post(group.root);
        var vacant = group.post(group.root);
        var person = group.person(group.root, "山本 当日", "やまもと とうじつ");
        group.appoint(person, held, Kind.PRINCIPAL, "2026-04-01", "2026-12-01");

        var today = (Overview) viewOf(screens.perform(get("/organization").param("on", "2026-11-23"))
                .andExpect(view().name("organization/overview"))
                .andReturn());
        var later = (Overview) viewOf(
                screens.perform(get("/organization").param("on", "2026-12-01")).andReturn());

        assertThat(today.holdersOf(held)).extracting(Holder::name).containsExactly("山本 当日");
        assertThat(today.holdersOf(vacant)).isEmpty();
        assertThat(today.planned()).anySatisfy(each -> {
            assertThat(today.personName(each)).isEqualTo("山本 当日");
            assertThat(today.ends(each)).isTrue();
        });
        assertThat(later.holdersOf(held)).isEmpty();
    }

    @Test
    void aTransferIsStoredOrSaysWhy() throws Exception {
        var post = group.post(group.root);
        var before = group.person(group.root, "前任 画面", "ぜんにん がめん");
        var after = group.person(group.root, "後任 画面", "こうにん がめん");
        var appointment = group.appoint(before, post, Kind.PRINCIPAL, "2026-04-01", null);
        var id = appointment.id().value();

        var form = post("/organization/transfers")
                .param("person", before.id().value().toString())
                .param("effective", "2027-01-01")
                .param("reason", "定期異動")
                .param("pass-" + id, "true")
                .param("version-" + id, "1")
                .param("kind-" + id, "PRINCIPAL")
                .param("successor-" + id, after.id().value().toString());
        screens.perform(form).andExpect(status().is3xxRedirection());
        var again = (Workbench) viewOf(screens.perform(form).andReturn());

        assertThat(group.the(Appointments.class).holders(group.caller, post.id(), LocalDate.parse("2027-01-01")))
                .extracting(Holder::name)
                .containsExactly("後任 画面");
        assertThat(again.complaints()).extracting(Complaint::key).containsExactly("organization.error.stale");
    }

    @Test
    void anInstitutionIsEditedAndAConflictShowsTheNewest() throws Exception {
        var form = post("/organization/institutions")
                .param("id", group.root.id().value().toString())
                .param("version", "1")
                .param("code", "MIYAKO")
                .param("name", "みやこ銀行")
                .param("kind", "LEGAL_ENTITY")
                .param("zone", "Asia/Tokyo")
                .param("calendar", "JP")
                .param("language", "ja")
                .param("businessYearStart", "4");
        screens.perform(form).andExpect(redirectedUrl("/organization?institution=MIYAKO"));
        var conflict = (InstitutionEditor) viewOf(screens.perform(form).andReturn());
        var wrong = (InstitutionEditor)
                viewOf(screens.perform(form.param("parent", "not an id")).andReturn());

        assertThat(conflict.newest()).get().extracting(each -> each.version()).isEqualTo(2);
        assertThat(conflict.form().name()).isEqualTo("みやこ銀行");
        assertThat(wrong.complaints()).extracting(Complaint::key).containsExactly("organization.error.form");
    }

    private static Object viewOf(MvcResult result) {
        var view = Objects.requireNonNull(result.getModelAndView()).getModel().get("view");
        return view instanceof Optional<?> optional ? optional.orElseThrow() : Objects.requireNonNull(view);
    }

    /// Every request comes from this caller.
    private record SignedIn(Caller caller) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return caller;
        }
    }
}
