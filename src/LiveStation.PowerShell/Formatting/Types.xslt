<?xml version="1.0" encoding="utf-8"?>
<!--
  The types out of the views of all areas and of the records of Core: copies are rebuilt as what they were, and a column with a
  short name is a hidden alias of its property, on copies too: hidden, so that CSV and Get-Member have each value once.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" indent="yes" />
  <xsl:template match="/All">
    <Types>
      <xsl:for-each select="Record">
        <xsl:variable name="short" select="/All/Views/View[@Of = current()/@Name]/Column[@Of]" />
        <xsl:variable name="personal" select="/All/Views/View[@Of = current()/@Name]/Line[@As = 'Email' or @As = 'Phone']" />
        <Type>
          <Name><xsl:value-of select="@Name" /></Name>
          <!-- Within lists the shell would take Id for the name of what has one, and here that is a secret. -->
          <xsl:variable name="named" select="/All/Views/View[@Of = current()/@Name][Line/@Name = 'Id']/@Name" />
          <xsl:if test="@Deep or $short or $personal or $named">
          <Members>
            <!-- Records within a record travel too. Nothing else goes as deep: its states would arrive as numbers. -->
            <xsl:if test="@Deep or $personal or $named">
              <MemberSet>
                <Name>PSStandardMembers</Name>
                <Members>
                  <xsl:if test="@Deep"><NoteProperty><Name>SerializationDepth</Name><Value>2</Value></NoteProperty></xsl:if>
                  <xsl:if test="$personal"><xsl:call-template name="impersonal" /></xsl:if>
                  <xsl:if test="$named"><NoteProperty><Name>DefaultDisplayProperty</Name><Value><xsl:value-of select="$named" /></Value></NoteProperty></xsl:if>
                </Members>
              </MemberSet>
            </xsl:if>
            <xsl:apply-templates select="$short" />
          </Members>
          </xsl:if>
          <TypeConverter><TypeName>LiveStation.PowerShell.RecordConverter</TypeName></TypeConverter>
        </Type>
        <Type>
          <Name>Deserialized.<xsl:value-of select="@Name" /></Name>
          <Members>
            <MemberSet>
              <Name>PSStandardMembers</Name>
              <Members>
                <NoteProperty><Name>TargetTypeForDeserialization</Name><Value><xsl:value-of select="@Name" /></Value></NoteProperty>
                <xsl:if test="$personal"><xsl:call-template name="impersonal" /></xsl:if>
              </Members>
            </MemberSet>
            <xsl:apply-templates select="$short" />
          </Members>
        </Type>
      </xsl:for-each>
    </Types>
  </xsl:template>
  <!-- Behind objects of another type the shell shows no view but all properties, as they are: of people only those that are nobody's own. -->
  <xsl:template name="impersonal">
    <PropertySet>
      <Name>DefaultDisplayPropertySet</Name>
      <ReferencedProperties>
        <xsl:for-each select="/All/Views/View[@Of = current()/@Name]/Line[not(@As = 'Email' or @As = 'Phone')]"><Name><xsl:value-of select="@Name" /></Name></xsl:for-each>
      </ReferencedProperties>
    </PropertySet>
  </xsl:template>
  <xsl:template match="Column">
    <AliasProperty IsHidden="true"><Name><xsl:value-of select="@Name" /></Name><ReferencedMemberName><xsl:value-of select="@Of" /></ReferencedMemberName></AliasProperty>
  </xsl:template>
</xsl:stylesheet>
