package dev.dovetail.engine;

/**
 * What an engine has counted since it was made.
 *
 * @param cacheHits how often a statement had been compiled before
 * @param cacheMisses how often a statement had to be compiled
 * @param cachedStatements how many compiled statements are kept now
 * @param connectionsInUse how many connections to the database are in use now
 */
public record EngineStatistics(long cacheHits, long cacheMisses, int cachedStatements, int connectionsInUse) {}
