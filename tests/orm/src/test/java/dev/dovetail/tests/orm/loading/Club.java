package dev.dovetail.tests.orm.loading;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** The mapping says when to load: members with their team by a join, badges by keys, sponsors not at all. */
final class Club {

    private Club() {}

    static final Class<?>[] ENTITIES = {Team.class, Member.class, Badge.class, Sponsor.class};

    @Entity(table = "club_team")
    static final class Team {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "team", loading = Loading.JOINED)
        final Many<Member> members = new Many<>(this);

        @Relationship(backPopulates = "team", loading = Loading.RAISE)
        final Many<Sponsor> sponsors = new Many<>(this);
    }

    @Entity(table = "club_member")
    static final class Member {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        @ForeignKey(references = Team.class)
        Integer teamId;

        @Relationship(backPopulates = "members", loading = Loading.JOINED)
        final One<Team> team = new One<>(this);

        @Relationship(backPopulates = "member", loading = Loading.SELECT_IN)
        final Many<Badge> badges = new Many<>(this);
    }

    @Entity(table = "club_badge")
    static final class Badge {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        @ForeignKey(references = Member.class)
        Integer memberId;

        @Relationship(backPopulates = "badges", loading = Loading.RAISE_ON_SQL)
        final One<Member> member = new One<>(this);
    }

    @Entity(table = "club_sponsor")
    static final class Sponsor {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @ForeignKey(references = Team.class)
        Integer teamId;

        @Relationship(backPopulates = "sponsors")
        final One<Team> team = new One<>(this);
    }
}
