package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;

@Entity
class Team {
    @Id Integer id;

    @Relationship(backPopulates = "team", passiveUpdates = PassiveUpdates.NEVER)
    //! [MAP42] Team.players: with passiveUpdates = NEVER the session changes player(team_id) after the Team that it refers to, and a key that is not deferred is refused before that; give it onUpdate = CASCADE and drop passiveUpdates, or make it deferred
    final Many<Player> players = new Many<>(this);

    @Secondary
    @Relationship(passiveUpdates = PassiveUpdates.NEVER)
    //! [MAP42] Team.cups: with passiveUpdates = NEVER the session changes team_cup(team_id) after the Team that it refers to, and a key that is not deferred is refused before that; give it onUpdate = CASCADE and drop passiveUpdates, or make it deferred
    final Many<Cup> cups = new Many<>(this);
}

@Entity
class Cup {
    @Id Integer id;
}

@Entity
class Player {
    @Id Integer id;

    @Column(nullable = false)
    @ForeignKey(references = Team.class)
    Integer teamId;

    @Relationship(backPopulates = "players", postUpdate = true)
    //! [MAP41] Player.team: postUpdate inserts rows without player(team_id), which is NOT NULL; drop postUpdate, or let the column be null
    final One<Team> team = new One<>(this);
}
